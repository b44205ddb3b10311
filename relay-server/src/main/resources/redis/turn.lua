-- First part of append and act: decides duplicates and turn, and reads where the conversation stands.
-- KEYS (one conversation slot): log stream, meta, members, senders, own, gone, edits, mentions, recalled
-- ARGV: 1 device  2 author  3 clientSeq  4 fence  5 at (ms)  6 kind  7 countable (0, 1)
--       8 entry hash (16 hex)  9 entry (JSON)  10 refusal decided by the caller, or ''
--       11 title; 'on' of a guard, 'force' of a claim  12 accounts that the event brings in, joined by ','
--       13 message id  14 newest seq that the author had seen  15 claim under which it is sent, or 0
--       16 accounts that it mentions, joined by ','  17 seq and  18 id of its target, or 0 and ''
--       19 offered again (0, 1): known from before, so only its turn is checked
--       20 members at most  21 notable seqs kept  22 how long a claim holds (ms)
--       23 numbers before it that nobody brought may stay open (0, 1)
--       24 sent before under another number, and refused (0, 1)
-- Answers strings: {'stored', seq, count, digest, version, entry as stored} | {'expected', clientSeq}
--   | {'again', outcome} (as recorded: 's SEQ MS' or 'r CODE SEQ') | {'refused', code, seq unseen or 0}
-- Validates first: turn.lua and append.lua or act.lua change nothing; store.lua writes, and the one write
-- that can fail is its first.
local log, meta, members, senders, own, gone, edits, mentions, recalled = unpack(KEYS)
local device, author, clientSeq, fence, at = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local kind, countable, hash, entry, refusal = ARGV[6], tonumber(ARGV[7]), ARGV[8], ARGV[9], ARGV[10]
local detail, brought, id, seen, under = ARGV[11], ARGV[12], ARGV[13], tonumber(ARGV[14]), ARGV[15]
local named, place, target_id, offered = ARGV[16], ARGV[17], ARGV[18], ARGV[19] == '1'
local members_max, kept_max, claim_millis = tonumber(ARGV[20]), tonumber(ARGV[21]), tonumber(ARGV[22])
local function int(n) return string.format('%.0f', n) end

local sent = redis.call('HMGET', senders, device, device .. ':fence', device .. ':' .. int(clientSeq), device .. ':open',
    device .. ':i:' .. id)
local last, oldFence, decided = tonumber(sent[1] or 0), tonumber(sent[2] or 0), sent[3]
-- Where the same message stands already, if it was given back or, after a refusal, sent again.
local back = sent[5]
local gaps, isOpen = {}, false
for from, to in string.gmatch(sent[4] or '', '(%d+)-(%d+)') do
    gaps[#gaps + 1] = {tonumber(from), tonumber(to)}
    isOpen = isOpen or tonumber(from) <= clientSeq and clientSeq <= tonumber(to)
end
-- What the relay vouches for was stored once: whoever used up its number since has not taken it away.
local wasRefused = offered and decided and string.sub(decided, 1, 1) == 'r'
isOpen = isOpen or wasRefused
if not offered and fence < oldFence then return {'refused', 'session-replaced', '0'} end
if clientSeq <= last and not isOpen then
    if decided or offered then
        -- Writes what stands there: to wait for the replicas after a write is to wait for all before it.
        redis.call('HSET', senders, device, int(last))
        return {'again', decided or 's 0 ' .. at}
    end
    return {'expected', int(last + 1)}
end
if clientSeq > last + 1 and ARGV[23] == '1' then gaps[#gaps + 1] = {last + 1, clientSeq - 1}
elseif clientSeq > last + 1 then return {'expected', int(last + 1)} end

local stands = redis.call('HMGET', meta, 'head', 'count', 'digest', 'version', 'size',
    'guarded', 'claim', 'newest', 'preview', 'title')
local head, count, digest = tonumber(stands[1] or 0), tonumber(stands[2] or 0), stands[3] or '0000000000000000'
local version, size, guarded, unseen = tonumber(stands[4] or 0), tonumber(stands[5] or 0), stands[6] == 'on', 0
local holder, claim, heard = string.match(stands[7] or '', '^(%S+) (%d+) (%d+)$')
local newest, writer, other = string.match(stands[8] or '', '^(%d+) (%S+) (%d+)$')
local isMessage, seq, set = kind == 'message' or kind == 'rich-message', head + 1, {}

local mine = redis.call('HGET', members, author)
local function present(member) return member and not string.find(member, ' .* .* ') end
local joining = {}
for account in string.gmatch(brought, '[^,]+') do
    local there = head > 0 and redis.call('HGET', members, account)
    if not present(there) then joining[#joining + 1] = {account, there and string.match(there, '^%S+ %S+ %S+')} end
end

-- What is left of an entry without its text: all but the body, whose hash stays.
local function without_text(text, was)
    local _, cut = string.find(text, '"body":', 1, true)
    local counts = (was == 'message' or was == 'rich-message') and 'true' or 'false'
    return string.sub(text, 1, cut) .. '{"kind":"gone","was":"' .. was .. '","countable":' .. counts .. '}}'
end
-- The fields of an entry, in the order in which they are written.
local ENTRY, COUNT, DIGEST, AUTHOR, KIND, ID, NAMED = 2, 4, 6, 8, 10, 12, 14
local function at_place(n)
    local found = redis.call('XRANGE', log, n .. '-0', n .. '-0')
    return found[1] and found[1][2]
end
-- The message that is the target: at its place, or among the newest events if a store lost that place.
local function target()
    local buried = redis.call('HGET', gone, 'i:' .. target_id)
    if buried then
        return {seq = string.match(buried, '^%d+'), author = string.match(buried, '%S+$'), isGone = true}
    end
    local fields = at_place(place)
    local found = fields and fields[ID] == target_id and place
    local newer = found and {} or redis.call('XREVRANGE', log, '+', '-', 'COUNT', 500)
    for i = 1, #newer do
        if newer[i][2][ID] == target_id then found, fields = string.match(newer[i][1], '^%d+'), newer[i][2] end
    end
    if not found or fields[KIND] ~= 'message' and fields[KIND] ~= 'rich-message' then return nil end
    return {seq = found, author = fields[AUTHOR], fields = fields}
end
-- A store that went back to an older state may have stored what was refused since.
if (wasRefused or ARGV[24] == '1') and not back then
    local newer = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 500)
    for i = 1, #newer do
        if newer[i][2][ID] == id then back = string.match(newer[i][1], '^%d+') end
    end
    local buried = redis.call('HGET', gone, 'i:' .. id)
    back = back or buried and string.match(buried, '^%d+')
end
