"""How much memory this process holds."""

import sys
from pathlib import Path


def resident_mb() -> float:
    """Resident memory now, in MB; where the system does not tell, the most there has been; 0.0
    where it tells neither (Windows)."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(ln for ln in status.read_text().splitlines() if ln.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
