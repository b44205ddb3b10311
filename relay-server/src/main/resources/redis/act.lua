-- Middle part of act (see turn.lua): edits, recalls and reactions, which are about a message.
local about = refusal == '' and target()

if refusal ~= '' or back then refusal = refusal
elseif head == 0 and (brought == '' or not offered) then refusal = brought == '' and 'not-a-member' or 'message-gone'
elseif offered then refusal = ''
elseif not present(mine) then refusal = 'not-a-member'
elseif not about then refusal = 'message-gone'
elseif kind ~= 'reacted' and about.author ~= author then refusal = 'not-allowed'
elseif about.isGone and kind ~= 'recalled' then refusal = 'message-gone'
elseif under ~= '0' and under ~= claim then refusal = 'claim-lost' end

-- An edit whose message's recall was offered before it is stored without its text.
if offered and kind == 'edited' and (about and about.isGone
    or redis.call('HGET', gone, 'p:' .. target_id) == author) then
    entry, kind, named = without_text(entry, kind), 'gone', ''
end

-- Takes an entry out of the stream and keeps what is left of it.
local function bury(n)
    local fields = at_place(n)
    if not fields then return end
    redis.call('HSET', gone, n, table.concat({fields[COUNT], fields[DIGEST],
        without_text(fields[ENTRY], fields[KIND])}, ' '))
    redis.call('XDEL', log, n .. '-0')
end

local function edit(keep)
    local others = redis.call('HGET', edits, target_id)
    redis.call('HSET', edits, target_id, (others and others .. ',' or '') .. int(seq))
    if not about or about.author ~= author then return end
    local before = others and at_place(string.match(others, '%d+$')) or about.fields
    for account in string.gmatch(before and before[NAMED] or '', '[^,]+') do
        if not string.find(',' .. named .. ',', ',' .. account .. ',', 1, true) then
            keep(mentions, account, about.seq, false)
        end
    end
    for account in string.gmatch(named, '[^,]+') do
        if account ~= author and redis.call('HEXISTS', members, account) == 1 then
            keep(mentions, account, about.seq, true)
        end
    end
    local shown, _, by, what = string.match(stands[9] or '', '^(%d+) (%d+) (%S+) (%S+)$')
    if shown == about.seq then set.preview = table.concat({shown, int(seq), by, what}, ' ') end
end

local function recall(keep)
    local others = string.match(redis.call('HGET', edits, target_id) or '', '%d+$')
    local before = others and at_place(others) or about.fields
    for account in string.gmatch(before[NAMED] or '', '[^,]+') do keep(mentions, account, about.seq, false) end
    bury(about.seq)
    redis.call('HSET', gone, 'i:' .. target_id, about.seq .. ' ' .. author)
    keep(recalled, author, about.seq, true)
end

-- An edit may be there without its message, or come back later: so who recalled it is remembered.
local function recall_edits()
    for n in string.gmatch(redis.call('HGET', edits, target_id) or '', '%d+') do
        local fields = at_place(n)
        if fields and fields[AUTHOR] == author then bury(n) end
    end
    redis.call('HDEL', edits, target_id)
    redis.call('HSET', gone, 'p:' .. target_id, author)
end

local function effects(keep)
    if kind == 'edited' then edit(keep) end
    if kind == 'recalled' and (not about or about.author == author) then
        if about and not about.isGone then recall(keep) end
        recall_edits()
    end
end
