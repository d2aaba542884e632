"""The official form as an editable grid."""
