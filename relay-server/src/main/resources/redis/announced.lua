-- Raises how far a conversation has been announced to its members; never lowers it.
-- KEYS (one conversation slot): meta
-- ARGV: 1 seq  2 version of title and members
-- Answers 1. Writes after the line "writes" only.
local old = redis.call('HMGET', KEYS[1], 'announced', 'announcedVersion')
local seq = math.max(tonumber(ARGV[1]), tonumber(old[1] or 0))
local version = math.max(tonumber(ARGV[2]), tonumber(old[2] or 0))
-- writes
redis.call('HSET', KEYS[1], 'announced', string.format('%.0f', seq), 'announcedVersion', string.format('%.0f', version))
return 1
