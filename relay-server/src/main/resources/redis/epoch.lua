-- Tells the store's epoch, and raises it if a primary answers that was never met.
-- KEYS: store
-- ARGV: 1 identity of the primary  2 greatest epoch that the caller has seen  3 seconds since 1970
-- Answers the epoch. Writes after the line "writes" only: whatever is cut off there raises it again.
local epoch, seen = tonumber(redis.call('HGET', KEYS[1], 'epoch') or 0), tonumber(ARGV[2])
if epoch >= seen and redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return epoch end
epoch = math.max(epoch + 1, seen + 1, tonumber(ARGV[3]))
local text = string.format('%.0f', epoch)
-- writes
if redis.call('HLEN', KEYS[1]) > 1000 then redis.call('DEL', KEYS[1]) end
redis.call('HSET', KEYS[1], ARGV[1], text, 'epoch', text)
return epoch
