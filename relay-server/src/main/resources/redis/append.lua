-- Appends one event to a conversation, or records that it was refused; decides duplicates.
-- KEYS (one conversation slot): log stream, meta, members, senders, own
-- ARGV: 1 device  2 author  3 clientSeq  4 fence  5 at (ms)  6 kind  7 countable (0, 1)
--       8 entry hash (16 hex)  9 entry (JSON)  10 refusal decided by the caller, or ''
--       11 title  12 accounts that the event brings in, joined by ','  13 members at most
--       14 offered again (0, 1): known from before, so only its turn is checked
-- Answers strings: {'stored', seq, count, digest, version} | {'expected', clientSeq}
--   | {'again', outcome} (as recorded: 's SEQ MS' or 'r CODE') | {'refused', code}
-- Validates first: writes only after the line "writes", and the one write that can fail is the first.
local log, meta, members, senders, own = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local device, author, clientSeq, fence, at = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local kind, countable, title, brought = ARGV[6], tonumber(ARGV[7]), ARGV[11], ARGV[12]
local offered = ARGV[14] == '1'
local function int(n) return string.format('%.0f', n) end

local sent = redis.call('HMGET', senders, device, device .. ':fence', device .. ':' .. int(clientSeq))
local last, oldFence = tonumber(sent[1] or 0), tonumber(sent[2] or 0)
if not offered and fence < oldFence then return {'refused', 'session-replaced'} end
if clientSeq <= last and sent[3] then return {'again', sent[3]} end
if clientSeq ~= last + 1 then return {'expected', int(last + 1)} end

local at_head = redis.call('HMGET', meta, 'head', 'count', 'digest', 'version', 'size')
local head, count, digest = tonumber(at_head[1] or 0), tonumber(at_head[2] or 0), at_head[3] or '0000000000000000'
local version, size = tonumber(at_head[4] or 0), tonumber(at_head[5] or 0)
local mine = redis.call('HGET', members, author)
local function present(member) return member and not string.find(member, ' .* ') end
local joining = {}
for account in string.gmatch(brought, '[^,]+') do
    local there = head > 0 and redis.call('HGET', members, account)
    if not present(there) then joining[#joining + 1] = {account, there and string.match(there, '^%S+ %S+')} end
end

local refusal = ARGV[10]
if refusal == '' then
    if head > 0 and kind == 'created' then refusal = 'conversation-exists'
    elseif head == 0 and brought == '' or head == 0 and kind == 'invited' then refusal = 'not-a-member'
    elseif offered then refusal = ''
    elseif head > 0 and not present(mine) then refusal = 'not-a-member'
    elseif kind == 'invited' and #joining == 0 then refusal = 'not-allowed'
    elseif size + #joining > tonumber(ARGV[13]) then refusal = 'too-many-members' end
end

-- writes
local seq, outcome = head + 1, 'r ' .. refusal
if refusal == '' then
    count = count + countable
    digest = string.sub(redis.sha1hex(digest .. ':' .. int(seq) .. ':' .. ARGV[8]), 1, 16)
    redis.call('XADD', log, int(seq) .. '-0', 'e', ARGV[9], 'n', int(count), 'd', digest)
    for _, new in ipairs(joining) do
        redis.call('HSET', members, new[1], new[2] or (int(seq) .. ' ' .. int(count - countable)))
    end
    if kind == 'left' and present(mine) then
        redis.call('HSET', members, author, table.concat({mine, int(seq), int(count), digest, at}, ' '))
        size = size - 1
    end
    if kind == 'created' or kind == 'titled' then redis.call('HSET', meta, 'title', title) end
    if #joining > 0 or kind == 'left' or kind == 'titled' then version = version + 1 end
    redis.call('HSET', meta, 'head', int(seq), 'count', int(count), 'digest', digest,
        'version', int(version), 'size', int(size + #joining))
    redis.call('HINCRBY', own, author, countable)
    outcome = 's ' .. int(seq) .. ' ' .. at
end
if refusal ~= '' and offered then return {'refused', refusal} end
redis.call('HSET', senders, device, int(clientSeq), device .. ':fence', int(math.max(fence, oldFence)),
    device .. ':' .. int(clientSeq), outcome)
redis.call('HDEL', senders, device .. ':' .. int(clientSeq - 64))
if refusal ~= '' then return {'refused', refusal} end
return {'stored', int(seq), int(count), digest, int(version)}
