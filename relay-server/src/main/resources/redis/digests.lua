-- Reads the digests at places of a log.
-- KEYS (one conversation slot): log stream, meta, members, gone
-- ARGV: 1 account that asks  2 from  3 to  4 places at most
-- Answers {} if the account never was a member, else strings {head, first place, digest, digest ..}:
--   from just below what the account may see. Writes nothing.
local member = redis.call('HGET', KEYS[3], ARGV[1])
local meta = redis.call('HMGET', KEYS[2], 'head', 'floor', 'floorDigest')
if not member or not meta[1] then return {} end
local joined, left = string.match(member, '^(%d+) %d+ %d+ ?(%d*)')
local floor = tonumber(meta[2] or 1)
local low = math.max(tonumber(ARGV[2]), tonumber(joined) - 1, floor - 1)
local high = math.min(tonumber(ARGV[3]), tonumber(meta[1]), tonumber(left) or math.huge, low + tonumber(ARGV[4]) - 1)
local function int(n) return string.format('%.0f', n) end
local answer, at = {meta[1], int(low)}, {}
if low > high then return answer end
local entries = redis.call('XRANGE', KEYS[1], int(low) .. '-0', int(high) .. '-0')
for i = 1, #entries do at[string.match(entries[i][1], '^%d+')] = entries[i][2][6] end
at[int(floor - 1)] = meta[3] or '0000000000000000'
for n = low, high do
    local place = int(n)
    at[place] = at[place] or string.match(redis.call('HGET', KEYS[4], place), '^%d+ (%x+)')
    answer[#answer + 1] = at[place]
end
return answer
