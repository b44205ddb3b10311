-- Writes registers of one account; each that is accepted takes the account's next revision.
-- KEYS (one account slot): registers, feed, revision, leases
-- ARGV: 1 now (ms), then six per register: key, mode (max: iff rank is greater | set | cas: iff the
--   register still has revision basis), rank major, rank minor, basis, value (JSON). What is set or swapped
--   has no rank of its own: major is the epoch, minor becomes the revision.
-- Answers {newest before, newest after, {accepted (0, 1), revision that stands, ..}, {node, ..}}
--   with the nodes that hold a live lease of the account.
-- Nothing here can fail after the first write; writes only after the line "writes", one register each.
local registers, feed, revision, leases = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local function int(n) return string.format('%.0f', n) end

local nodes = {}
local held = redis.call('HVALS', leases)
for i = 1, #held do
    local node, ends = string.match(held[i], '^%d+ (%S+) (%d+)$')
    if tonumber(ends) > tonumber(ARGV[1]) then nodes[#nodes + 1] = node end
end
local before = tonumber(redis.call('GET', revision) or 0)
local newest, results = before, {}
for i = 2, #ARGV, 6 do
    local key, mode, value = ARGV[i], ARGV[i + 1], ARGV[i + 5]
    local major, minor, basis = tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3]), tonumber(ARGV[i + 4])
    local oldMajor, oldMinor, stands = -1, -1, 0
    local old = redis.call('HGET', registers, key)
    if old then
        local a, b, c = string.match(old, '^(%d+) (%d+) (%d+) ')
        oldMajor, oldMinor, stands = tonumber(a), tonumber(b), tonumber(c)
    end
    local greater = major > oldMajor or major == oldMajor and minor > oldMinor
    local accepted = mode == 'set' or mode == 'max' and greater or mode == 'cas' and basis == stands
    -- writes
    if accepted then
        newest = redis.call('INCR', revision)
        stands = newest
        if mode ~= 'max' then minor = newest end
        redis.call('HSET', registers, key, int(major) .. ' ' .. int(minor) .. ' ' .. int(newest) .. ' ' .. value)
        redis.call('ZADD', feed, newest, key)
    end
    results[#results + 1] = accepted and 1 or 0
    results[#results + 1] = stands
end
return {before, newest, results, nodes}
