# Second Thought in Brave: installed, version, policy. It reads no history.
$installed = 'no'
$folders = Get-ChildItem -Directory -Path "$env:SystemDrive\Users\*\AppData\Local\BraveSoftware\Brave-Browser\User Data\*\Extensions\lkphlbihphnmfikfmagkbjapigdnpopf\*" -ErrorAction SilentlyContinue
foreach ($folder in $folders) { $installed = $folder.Name -replace '_\d+$', '' }
$policy = if (Test-Path 'HKLM:\SOFTWARE\Policies\BraveSoftware\Brave\3rdparty\extensions\lkphlbihphnmfikfmagkbjapigdnpopf\policy') { 'yes' } else { 'no' }
Write-Output "installed=$installed policy=$policy"
if ($installed -ne 'no' -and $policy -eq 'yes') { exit 0 } else { exit 1 }
