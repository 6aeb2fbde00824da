"""What an agreement's staffing amounts to: posts, full-time equivalents and what they cost a year, all exact."""

from dualib.staffing.fte import DIMENSIONS, Comparison, Heads, Staffing, StaffingTable, Stated, largest_remainder
from dualib.staffing.posts import PHASES, UNIT, Extent, Post

__all__ = [
    "DIMENSIONS",
    "PHASES",
    "UNIT",
    "Comparison",
    "Extent",
    "Heads",
    "Post",
    "Staffing",
    "StaffingTable",
    "Stated",
    "largest_remainder",
]
