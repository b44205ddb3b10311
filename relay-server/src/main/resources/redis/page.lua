-- Reads the newest events of an interval, tombstones among them, all of it at one moment: an event that
-- is recalled meanwhile is there either with its text or as what is left of it.
-- KEYS (one conversation slot): log stream, meta, members, gone
-- ARGV: 1 account that reads, or '' to read whatever is kept  2 from  3 to  4 events at most
-- Answers {} if the account never was a member, else strings {head, lowest that it may see, highest,
--   seq, count, digest, entry, seq, count, digest, entry ..}, newest event first. Writes nothing.
local member = ARGV[1] == '' and '1 0 0' or redis.call('HGET', KEYS[3], ARGV[1])
local meta = redis.call('HMGET', KEYS[2], 'head', 'floor')
if not member or not meta[1] then return {} end
local joined, left = string.match(member, '^(%d+) %d+ %d+ ?(%d*)')
local low = math.max(tonumber(ARGV[2]), tonumber(joined), tonumber(meta[2] or 1))
local high = math.min(tonumber(ARGV[3]), tonumber(meta[1]), tonumber(left) or math.huge)
local function int(n) return string.format('%.0f', n) end
local answer = {meta[1], int(low), int(high)}
if low > high then return answer end
low = math.max(low, high - tonumber(ARGV[4]) + 1)
local entries = redis.call('XREVRANGE', KEYS[1], int(high) .. '-0', int(low) .. '-0')
local there, missing = {}, {}
for i = 1, #entries do there[string.match(entries[i][1], '^%d+')] = entries[i][2] end
for n = high, low, -1 do
    if not there[int(n)] then missing[#missing + 1] = int(n) end
end
local left_of = #missing > 0 and redis.call('HMGET', KEYS[4], unpack(missing)) or {}
for i = 1, #missing do
    local count, digest, entry = string.match(left_of[i] or '', '^(%d+) (%x+) (.*)$')
    there[missing[i]] = {'e', entry, 'n', count, 'd', digest}
end
for n = high, low, -1 do
    local fields = there[int(n)]
    for _, value in ipairs({int(n), fields[4], fields[6], fields[2]}) do answer[#answer + 1] = value end
end
return answer
