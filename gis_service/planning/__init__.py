"""Planning: what planners save of their work, compare, and at last adopt as the annual plan."""
