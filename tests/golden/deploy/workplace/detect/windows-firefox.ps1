# Second Thought in Firefox: installed, version, policy. It reads no history.
$installed = 'no'
$lists = Get-ChildItem -Path "$env:SystemDrive\Users\*\AppData\Roaming\Mozilla\Firefox\Profiles\*\extensions.json", "$env:SystemDrive\Users\*\AppData\Local\Packages\Mozilla.Firefox_*\LocalCache\Roaming\Mozilla\Firefox\Profiles\*\extensions.json" -ErrorAction SilentlyContinue
foreach ($list in $lists) {
  $addons = (Get-Content -Raw -Encoding UTF8 $list.FullName | ConvertFrom-Json).addons
  $found = $addons | Where-Object { $_.id -eq 'second-thought@second-thought' -and $_.active }
  if ($found) { $installed = $found.version }
}
$policy = if (Test-Path 'HKLM:\SOFTWARE\Policies\Mozilla\Firefox\3rdparty\Extensions\second-thought@second-thought') { 'yes' } else { 'no' }
Write-Output "installed=$installed policy=$policy"
if ($installed -ne 'no' -and $policy -eq 'yes') { exit 0 } else { exit 1 }
