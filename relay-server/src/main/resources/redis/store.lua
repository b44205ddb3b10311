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
if refusal == '' then
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
    outcome = 's ' .. int(seq) .. ' ' .. at
elseif offered then
    return {'refused', refusal, '0'}
end
redis.call('HSET', senders, device, int(clientSeq), device .. ':fence', int(math.max(fence, oldFence)),
    device .. ':' .. int(clientSeq), outcome)
redis.call('HDEL', senders, device .. ':' .. int(clientSeq - 64))
if refusal ~= '' then return {'refused', refusal, int(unseen)} end
return {'stored', int(seq), int(count), digest, int(version), offered and entry or ''}
