"""From passages about a fact to a verdict with its evidence."""

from secondsource.judging.kept import judge, judge_all
from secondsource.judging.verdict import Answer, Bearing, Evidence, Judgement, Question, Reply, Verdict

__all__ = ["Answer", "Bearing", "Evidence", "Judgement", "Question", "Reply", "Verdict", "judge", "judge_all"]
