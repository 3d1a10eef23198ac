"""The weeks before the demo begins: colleagues, meetings that were held and that come, visits, questions."""
