"""Consultations on site: the request, the decision, the visit, the report."""
