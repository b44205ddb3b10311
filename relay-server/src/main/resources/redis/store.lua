-- Last part of append and act (see turn.lua): writes what was decided.
-- Puts a place into a list of notable ones, or takes it out; 'SEQ N,N,..' with the seq of the last change.
local function keep(key, field, n, isThere)
    local places, was = {}, false
    local old = redis.call('HGET', key, field) or ''
    for known in string.gmatch(string.match(old, ' (.*)') or '', '%d+') do
        if known == n then was = true else places[#places + 1] = known end
    end
    if was == isThere then return end
    if isThere then places[#places + 1] = n end
    table.sort(places, function(a, b) return tonumber(a) < tonumber(b) end)
    while #places > kept_max do table.remove(places, 1) end
    redis.call('HSET', key, field, int(seq) .. ' ' .. table.concat(places, ','))
end

local outcome = table.concat({'r', refusal, int(unseen)}, ' ')
if refusal == '' and back then
    outcome = 's ' .. back .. ' ' .. at
elseif refusal == '' then
    count = count + countable
    digest = string.sub(redis.sha1hex(digest .. ':' .. int(seq) .. ':' .. hash), 1, 16)
    local fields = {'e', entry, 'n', int(count), 'd', digest, 'a', author, 'k', kind, 'i', id}
    if named ~= '' then fields[13], fields[14] = 'm', named end
    redis.call('XADD', log, int(seq) .. '-0', unpack(fields))
    for _, new in ipairs(joining) do
        local before = redis.call('HGET', own, new[1]) or '0'
        redis.call('HSET', members, new[1],
            new[2] or table.concat({int(seq), int(count - countable), before}, ' '))
    end
    size = size + #joining
    effects(keep)
    if not set.preview and not stands[9] then set.preview = table.concat({int(seq), '0', author, kind}, ' ') end
    if holder == author and not set.claim then set.claim = table.concat({holder, claim, at}, ' ') end
    if #joining > 0 or kind == 'left' or kind == 'titled' or kind == 'guarded' or kind == 'claimed'
        or kind == 'released' then version = version + 1 end
    local values = {'head', int(seq), 'count', int(count), 'digest', digest,
        'version', int(version), 'size', int(size)}
    for name, value in pairs(set) do
        values[#values + 1], values[#values + 2] = name, value
    end
    redis.call('HSET', meta, unpack(values))
    redis.call('HINCRBY', own, author, countable)
    if offered then redis.call('HSET', senders, device .. ':i:' .. id, int(seq)) end
    outcome = 's ' .. int(seq) .. ' ' .. at
elseif offered then
    return {'refused', refusal, '0'}
end
-- Its number is decided, and those that it skips are open; of these the newest 64 stretches.
local top, open = math.max(last, clientSeq), {}
for _, gap in ipairs(gaps) do
    local from, to = gap[1], gap[2]
    if from <= clientSeq and clientSeq <= to then
        if from < clientSeq then open[#open + 1] = int(from) .. '-' .. int(clientSeq - 1) end
        from = clientSeq + 1
    end
    if from <= to then open[#open + 1] = int(from) .. '-' .. int(to) end
end
while #open > 64 do table.remove(open, 1) end
redis.call('HSET', senders, device, int(top), device .. ':fence', int(math.max(fence, oldFence)))
if #open > 0 then redis.call('HSET', senders, device .. ':open', table.concat(open, ','))
else redis.call('HDEL', senders, device .. ':open') end
for n = last + 1, math.min(top, last + 64) do redis.call('HDEL', senders, device .. ':' .. int(n - 64)) end
if clientSeq > top - 64 then redis.call('HSET', senders, device .. ':' .. int(clientSeq), outcome) end
if refusal ~= '' then return {'refused', refusal, int(unseen)} end
if back then return {'again', outcome} end
return {'stored', int(seq), int(count), digest, int(version), kind == 'gone' and entry or ''}
