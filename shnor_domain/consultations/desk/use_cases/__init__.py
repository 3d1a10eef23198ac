"""What a host does at her desk, and coordinators at theirs."""
