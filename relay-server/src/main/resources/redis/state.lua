-- Reads where a conversation stands, all of it at one moment.
-- KEYS (one conversation slot): log stream, meta, members, own, below, mentions, recalled
-- Answers {} if it has no event, else {meta, newest, line, members, own, below, mentions, recalled}:
--   meta = {title, version, announced, announcedVersion, announcedEpoch, guarded, claim, preview, floor,
--   floorCount}, each a string; newest = {id, fields}; line = entry of the preview, or '' if it is gone;
--   the others = {account, value, account, value ..}
-- Writes nothing.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
if #newest == 0 then return {} end
local meta = redis.call('HMGET', KEYS[2], 'title', 'version', 'announced', 'announcedVersion', 'announcedEpoch',
    'guarded', 'claim', 'preview', 'floor', 'floorCount')
local unset = {'', '0', '0', '0', '0', 'off', '', '', '1', '0'}
for i = 1, #unset do meta[i] = meta[i] or unset[i] end
local shown, edit = string.match(meta[8], '^(%d+) (%d+) ')
local at = (edit ~= '0' and edit or shown or '0') .. '-0'
local line = redis.call('XRANGE', KEYS[1], at, at)
local answer = {meta, newest[1], line[1] and line[1][2][2] or ''}
for i = 3, 7 do answer[i + 1] = redis.call('HGETALL', KEYS[i]) end
return answer
