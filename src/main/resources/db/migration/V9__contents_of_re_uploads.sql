-- What a re-upload brought is where the upload that brought it was at home: an earlier migration
-- had taken the file's own first storage for it.
update file f set content_storage = brought.storage
from file brought
where brought.id = f.content_id and f.content_storage <> brought.storage;
