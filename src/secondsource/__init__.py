"""secondsource: do your sources agree?"""

__version__ = "0.1.0"
