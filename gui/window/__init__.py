"""The window around the reports: tabs, menus, opening, saving."""
