-- Middle part of append (see turn.lua): messages, and whatever is about the conversation itself.
local held = holder and holder ~= author and tonumber(at) < tonumber(heard) + claim_millis
local unread = tonumber(writer and (writer ~= author and newest or other) or 0)

if refusal ~= '' or back then refusal = refusal
elseif head > 0 and kind == 'created' then refusal = 'conversation-exists'
elseif head == 0 and (brought == '' or kind == 'invited') then refusal = 'not-a-member'
elseif offered then refusal = ''
elseif head > 0 and not present(mine) then refusal = 'not-a-member'
elseif kind == 'invited' and #joining == 0 then refusal = 'not-allowed'
elseif size + #joining > members_max then refusal = 'too-many-members'
elseif target_id ~= '' and not target() then refusal = 'message-gone'
elseif kind == 'claimed' and held and detail ~= 'force' then refusal = 'claim-held'
elseif kind == 'released' and holder ~= author then refusal = 'not-allowed'
elseif under ~= '0' and under ~= claim then refusal = 'claim-lost'
elseif guarded and isMessage and unread > seen then refusal, unseen = 'stale-reply', unread end

-- A message whose recall came back before it is stored without its text, also if its author sends it.
local isBuried = countable == 1 and (kind == 'gone' or redis.call('HGET', gone, 'p:' .. id) == author)
if isBuried and kind ~= 'gone' then
    entry, kind, named = without_text(entry, kind), 'gone', ''
end

-- A message that comes back behind its edits shows what the newest of them says.
local edit, names = '0', named
if isMessage and not isBuried then
    local last = string.match(redis.call('HGET', edits, id) or '', '%d+$')
    local said = last and at_place(last)
    if said and said[AUTHOR] == author then edit, names = last, said[NAMED] or '' end
end

local function effects(keep)
    if isMessage then set.newest = table.concat({int(seq), author, writer and int(unread) or '0'}, ' ') end
    if isMessage or kind == 'gone' and countable == 1 or kind == 'created' or kind == 'invited'
        or kind == 'left' or kind == 'titled' then
        set.preview = table.concat({int(seq), edit, author, kind}, ' ')
    end
    if kind == 'created' or kind == 'titled' then set.title = detail end
    if kind == 'guarded' then set.guarded = detail end
    if kind == 'claimed' then set.claim = table.concat({author, int(seq), at}, ' ') end
    if kind == 'left' and present(mine) then
        redis.call('HSET', members, author, table.concat({mine, int(seq), int(count) .. '/'
            .. (redis.call('HGET', own, author) or '0'), digest, at, stands[10] or ''}, ' '))
        size = size - 1
    end
    if (kind == 'released' or kind == 'left') and holder == author then set.claim = '' end
    if isBuried then
        keep(recalled, author, int(seq), true)
        redis.call('HSET', gone, 'i:' .. id, int(seq) .. ' ' .. author)
    end
    for account in string.gmatch(names, '[^,]+') do
        if account ~= author and redis.call('HEXISTS', members, account) == 1 then
            keep(mentions, account, int(seq), true)
        end
    end
end
