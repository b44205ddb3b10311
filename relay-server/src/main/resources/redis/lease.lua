-- Takes, renews or gives up a device's lease. The greatest fence holds it.
-- KEYS (one account slot): leases, fence counter
-- ARGV: 1 acquire | renew | release  2 device  3 fence (acquire: the least)  4 node  5 now (ms)
--   6 length (ms)
-- Answers a number: the fence (acquire); 1 if this fence holds the lease, else 0 (renew, release).
-- One write per operation, after the checks.
local leases, counter = KEYS[1], KEYS[2]
local operation, device, fence, node, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local ends = string.format('%.0f', now + ARGV[6])
if operation == 'acquire' then
    local given = math.max(tonumber(redis.call('GET', counter) or 0) + 1, tonumber(fence))
    redis.call('SET', counter, string.format('%.0f', given))
    redis.call('HSET', leases, device, string.format('%.0f', given) .. ' ' .. node .. ' ' .. ends)
    return given
end
local held = redis.call('HGET', leases, device)
if not held or string.match(held, '^(%d+) ') ~= fence then return 0 end
if operation == 'renew' then
    redis.call('HSET', leases, device, fence .. ' ' .. node .. ' ' .. ends)
else
    -- Its end stays: by it others learn when the device was last there.
    redis.call('HSET', leases, device, '0 ' .. node .. ' ' .. now)
end
return 1
