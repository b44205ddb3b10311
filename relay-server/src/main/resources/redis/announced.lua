-- Raises how far a conversation has been announced to its members; never lowers it.
-- KEYS (one conversation slot): meta
-- ARGV: 1 seq  2 version of title and members  3 epoch
-- Answers 1. Writes after the line "writes" only.
local names = {'announced', 'announcedVersion', 'announcedEpoch'}
local old = redis.call('HMGET', KEYS[1], unpack(names))
local set = {}
for i, name in ipairs(names) do
    set[2 * i - 1] = name
    set[2 * i] = string.format('%.0f', math.max(tonumber(ARGV[i]), tonumber(old[i] or 0)))
end
-- writes
redis.call('HSET', KEYS[1], unpack(set))
return 1
