-- Reads where a conversation stands, all of it at one moment.
-- KEYS (one conversation slot): log stream, meta, members, own
-- Answers {} if it has no event, else {meta, newest, members, own}:
--   meta = {title, version, announced, announcedVersion, announcedEpoch}, newest = {id, fields},
--   members and own = {account, value, account, value ..}
-- Writes nothing.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
if #newest == 0 then return {} end
local meta = redis.call('HMGET', KEYS[2], 'title', 'version', 'announced', 'announcedVersion', 'announcedEpoch')
for i = 1, 5 do meta[i] = meta[i] or (i == 1 and '' or '0') end
return {meta, newest[1], redis.call('HGETALL', KEYS[3]), redis.call('HGETALL', KEYS[4])}
