# Asks compliance-trestle whether a file is OSCAL: `python trestle-check.py file.json`. Prints the model's name, or fails.
import sys
from pathlib import Path

from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones

path = Path(sys.argv[1])
model = AssessmentResults if "assessment-results" in path.read_text(encoding="utf-8")[:200] else PlanOfActionAndMilestones
print("is", type(model.oscal_read(path)).__name__)
