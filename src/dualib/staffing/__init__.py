"""What an agreement's staffing amounts to: posts, full-time equivalents and what they cost a year, all exact."""

from dualib.staffing.costs import Amount, Cost, CostLine, Salary, cost
from dualib.staffing.density import Densities, Density
from dualib.staffing.fte import Comparison, Staffing, Stated
from dualib.staffing.payroll import OVERHEAD, YOUTH_FEES, Overhead, YouthFee, overhead
from dualib.staffing.posts import PHASES, Extent, FteValue, Post
from dualib.staffing.tables import DIMENSIONS, Heads, StaffingTable, largest_remainder

__all__ = [
    "DIMENSIONS",
    "OVERHEAD",
    "PHASES",
    "YOUTH_FEES",
    "Amount",
    "Comparison",
    "Cost",
    "CostLine",
    "Densities",
    "Density",
    "Extent",
    "FteValue",
    "Heads",
    "Overhead",
    "Post",
    "Salary",
    "Staffing",
    "StaffingTable",
    "Stated",
    "YouthFee",
    "cost",
    "largest_remainder",
    "overhead",
]
