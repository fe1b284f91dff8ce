"""`python -m zugong` is the same as `zugong`."""

from zugong.cli import main

main()
