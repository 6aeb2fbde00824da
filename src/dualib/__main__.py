"""Run the ``dualib`` command: ``python -m dualib``."""

import sys

from dualib.cli import main

if __name__ == "__main__":
    sys.exit(main())
