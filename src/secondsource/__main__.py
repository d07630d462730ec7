"""``python -m secondsource``: the command line where its script is not on the path."""

from secondsource.cli import main

if __name__ == "__main__":
    main(prog_name="secondsource")
