"""What an agreement's staffing amounts to: posts, full-time equivalents and what they cost a year, all exact."""

from dualib.staffing.costs import Amount, Cost, CostLine, Salary, cost
from dualib.staffing.density import Densities, Density
from dualib.staffing.fte import Comparison, Staffing, Stated
from dualib.staffing.payroll import OVERHEAD, YOUTH_FEES, Overhead, YouthFee, overhead
from dualib.staffing.posts import PHASES, Extent, Post
from dualib.staffing.tables import Heads, StaffingTable

__all__ = [
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
    "Heads",
    "Overhead",
    "Post",
    "Salary",
    "Staffing",
    "StaffingTable",
    "Stated",
    "YouthFee",
    "cost",
    "overhead",
]
