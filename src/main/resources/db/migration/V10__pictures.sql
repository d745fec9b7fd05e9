-- What a page shows of a picture before it has loaded, and how many frames an animation has.
alter table file add placeholder text;                       -- a ThumbHash, base64
alter table file add dominant_colour text;                   -- #rrggbb
alter table file add frames int;

-- Which run of the processing is wanted, and which is done: one that ends while another is asked
-- for does not end it.
alter table file add wanted_run int not null default 1;
alter table file add done_run int not null default 0;

alter table variant add attempts int not null default 0;
alter table variant add frames int;
