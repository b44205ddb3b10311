-- Has the title and members of a conversation told again: what one of them is called has changed.
-- KEYS (one conversation slot): meta
-- Answers the new version; 0 if there is no such log. Writes after the line "writes" only.
if redis.call('HEXISTS', KEYS[1], 'version') == 0 then return 0 end
-- writes
return redis.call('HINCRBY', KEYS[1], 'version', 1)
