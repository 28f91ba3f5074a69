"""Running commands."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    """Runs a command in a fresh process, with settings of its own."""
    environment = {**os.environ, "ANNOTATOR_CONFIG": str(tmp_path / "config")}

    def call(*arguments, status=0):
        command = [sys.executable, "-m", "annotator", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, env=environment, timeout=120)
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert done.returncode == status, (out, err)
        assert "Traceback" not in err
        return (json.loads(out) if "--json" in arguments else out), err

    return call
