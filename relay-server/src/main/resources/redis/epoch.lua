-- Tells the store's epoch, and raises it if another server answers than the one that is written down.
-- KEYS: store
-- ARGV: 1 identity of the server  2 greatest epoch that the caller has seen  3 seconds since 1970
-- Answers the epoch. The one write comes last.
local old = redis.call('HMGET', KEYS[1], 'identity', 'epoch')
local epoch, seen = tonumber(old[2] or 0), tonumber(ARGV[2])
if old[1] == ARGV[1] and epoch >= seen then return epoch end
epoch = math.max(epoch + 1, seen + 1, tonumber(ARGV[3]))
redis.call('HSET', KEYS[1], 'identity', ARGV[1], 'epoch', string.format('%.0f', epoch))
return epoch
