-- The bucket of bot/grenzen.py in Redis, by its clock. It is forgotten once it is full again.
local ineens, per_seconde, kost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local tijd = redis.call('TIME')
local nu = tonumber(tijd[1]) + tonumber(tijd[2]) / 1000000
local emmer = redis.call('HMGET', KEYS[1], 'over', 'sinds')
local over = tonumber(emmer[1] or ineens) + (nu - tonumber(emmer[2] or nu)) * per_seconde
if over > ineens then over = ineens end
local mag = over >= 1
if kost == 1 then
  if mag then over = over - 1 end
  redis.call('HSET', KEYS[1], 'over', string.format('%.6f', over), 'sinds', string.format('%.6f', nu))
  redis.call('EXPIRE', KEYS[1], math.ceil((ineens - over) / per_seconde) + 1)
end
return mag and 1 or 0
