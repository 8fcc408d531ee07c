"""The reading measured against articles coded by hand, field by field."""

from dateline.evaluate.gold import GoldArticle, GoldError, read_gold
from dateline.evaluate.measure import evaluate, score
from dateline.evaluate.report import Report, print_report, write_report

__all__ = ["GoldArticle", "GoldError", "Report", "evaluate", "print_report", "read_gold", "score", "write_report"]
