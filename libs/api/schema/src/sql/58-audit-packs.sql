-- An audit pack is made, kept and taken as lists are; it is a ZIP.
alter table list_file drop constraint list_file_format_check;
alter table list_file add constraint list_file_format_check
  check (format in ('csv', 'xlsx', 'pdf', 'zip') and (format = 'zip') = (list = 'audit-pack'));
