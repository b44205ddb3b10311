-- Raises the floor of a log by one chunk and removes what lies below it. What lists show stays.
-- KEYS (one conversation slot): log stream, meta, gone, edits, below, mentions, recalled
-- ARGV: 1 newest events that are kept (0: all)  2 the oldest time that is kept (ms; 0: any)  3 chunk
--       4 only look (0, 1)
-- Answers {floor, 1 if there is more to remove, else 0}. Writes after the line "writes" only, and what is
-- removed twice is removed once.
local function int(n) return string.format('%.0f', n) end
local meta = redis.call('HMGET', KEYS[2], 'head', 'floor', 'floorCount', 'floorDigest', 'version',
    'preview')
local head, floor, count = tonumber(meta[1] or 0), tonumber(meta[2] or 1), tonumber(meta[3] or 0)
local digest, newest, oldest = meta[4], tonumber(ARGV[1]), tonumber(ARGV[2])
local removed, edited, tombs, wrote = {}, {}, {}, {}
-- The edit that lists show may stand before its message, if that came back behind it.
local shown, edit = string.match(meta[6] or '', '^(%d+) (%d+)')
if edit and edit ~= '0' then shown = math.min(shown, edit) end
local last = math.min(tonumber(shown or head) - 1, floor + tonumber(ARGV[3]) - 1)
if last < floor then return {floor, 0} end
local at = {}
for _, found in ipairs(redis.call('XRANGE', KEYS[1], int(floor) .. '-0', int(last) .. '-0')) do
    at[string.match(found[1], '^%d+')] = found[2]
end
local first = floor
while floor <= last do
    local place = int(floor)
    local fields = at[place]
    local total, sum, entry = nil, nil, nil
    if fields then total, sum, entry = fields[4], fields[6], fields[2]
    else total, sum, entry = string.match(redis.call('HGET', KEYS[3], place), '^(%d+) (%x+) (.*)$') end
    local isOld = oldest > 0 and tonumber(string.match(entry, '"at":(%d+)')) < oldest
    if not isOld and not (newest > 0 and floor <= head - newest) then break end
    local author, id = string.match(entry, '"author":"([^"]+)"'), string.match(entry, '"id":"([^"]+)"')
    if tonumber(total) > count then wrote[author] = (wrote[author] or 0) + 1 end
    if fields then removed[#removed + 1] = place .. '-0' else tombs[#tombs + 1] = place end
    edited[id], edited[string.match(entry, '"target":{"seq":%d+,"id":"([^"]+)"') or id] = true, true
    tombs[#tombs + 1] = 'i:' .. id
    count, digest, floor = tonumber(total), sum, floor + 1
end
if floor == first then return {floor, 0} end
if ARGV[4] == '1' then return {first, 1} end
-- writes
redis.call('HSET', KEYS[2], 'floor', int(floor), 'floorCount', int(count), 'floorDigest', digest,
    'version', int(tonumber(meta[5]) + 1))
for author, n in pairs(wrote) do redis.call('HINCRBY', KEYS[5], author, n) end
if #removed > 0 then redis.call('XDEL', KEYS[1], unpack(removed)) end
redis.call('HDEL', KEYS[3], unpack(tombs))
-- Edits may stand above the floor whose message does not.
for id in pairs(edited) do
    local kept = {}
    for n in string.gmatch(redis.call('HGET', KEYS[4], id) or '', '%d+') do
        if tonumber(n) >= floor then kept[#kept + 1] = n end
    end
    if #kept > 0 then redis.call('HSET', KEYS[4], id, table.concat(kept, ','))
    else redis.call('HDEL', KEYS[4], id) end
end
for i = 6, 7 do
    local lists = redis.call('HGETALL', KEYS[i])
    for j = 1, #lists, 2 do
        local changed, kept = string.match(lists[j + 1], '^%d+'), {}
        for n in string.gmatch(string.match(lists[j + 1], ' (.*)'), '%d+') do
            if tonumber(n) >= floor then kept[#kept + 1] = n end
        end
        redis.call('HSET', KEYS[i], lists[j], changed .. ' ' .. table.concat(kept, ','))
    end
end
return {floor, floor > last and 1 or 0}
