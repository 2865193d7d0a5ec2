#!/bin/sh
set -eu
sudo profiles remove -identifier 'second-thought.brave'
