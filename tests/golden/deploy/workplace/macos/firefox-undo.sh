#!/bin/sh
set -eu
# The extension itself stays until somebody removes it, or until firefox/policies-undo.json has been in place for one start of Firefox.
sudo profiles remove -identifier 'second-thought.firefox'
