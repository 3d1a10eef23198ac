"""On-site consultations that a school asks for: request, decision, visit, report (R145)."""
