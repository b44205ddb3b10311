-- Reads what changed in an account's feed after a revision, oldest change first, all of it at one moment.
-- KEYS (one account slot): registers, feed, revision
-- ARGV: 1 the revision  2 registers at most  3 bytes of them at most; a single one always fits
-- Answers strings {newest revision, revision up to which this is all, how many changed after that,
--   register as it is stored, ..}. Writes nothing.
local registers, feed, revision = KEYS[1], KEYS[2], KEYS[3]
local newest = redis.call('GET', revision) or '0'
local listed = redis.call('ZRANGEBYSCORE', feed, '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
local to, bytes, taken = ARGV[1], 0, {}
for i = 1, #listed, 2 do
    local value = redis.call('HGET', registers, listed[i])
    bytes = bytes + #value
    if bytes > tonumber(ARGV[3]) and #taken > 0 then break end
    taken[#taken + 1] = value
    to = listed[i + 1]
end
local remaining = redis.call('ZCOUNT', feed, '(' .. to, '+inf')
if remaining == 0 and tonumber(newest) > tonumber(to) then to = newest end
local answer = {newest, to, tostring(remaining)}
for i = 1, #taken do answer[i + 3] = taken[i] end
return answer
