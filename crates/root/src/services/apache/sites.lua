-- Finds the site that a visitor asks for, by its name, in a file of the site's own: so that a site
-- more, or one changed, is served from the next request on, and costs the same beside ten thousand
-- others. Such a file has a line for each thing to know, its words parted by tabs.

require 'apache2'

-- The site of a domain, where it has one.
local function read(domain)
    local file = io.open('@CONFIG@/sites/' .. domain)
    if not file then return nil end
    local site = { domain = domain, redirects = {} }
    for line in file:lines() do
        local key, rest = line:match('^(%l+)\t(.*)$')
        if key == 'redirect' then
            table.insert(site.redirects, rest)
        elseif key then
            site[key] = rest
        end
    end
    file:close()
    return site
end

-- The site of a name: its own, that of which it is the name with `www.`, or the nearest of all names
-- below one.
local function find(host)
    if not host or not host:find('^[%w_][%w._-]*$') then return nil end
    local name = host:lower():gsub('%.$', '')
    local site = read(name) or name:find('^www%.') and read(name:sub(5))
    local above = name
    while not site do
        above = above:match('^[^.]+%.(.+)$')
        if not above then return nil end
        site = read('*.' .. above)
    end
    return site
end

-- The path and the query that were asked for, as they were sent.
local function asked(r)
    local target = r.unparsed_uri:gsub('^%a+://[^/]*', '')
    local path, query = target:match('^([^?]*)%??(.*)$')
    return path, query
end

-- Sends the visitor on. What was asked after a `?` goes along, but for where there is one already.
local function send(r, status, url, query)
    if query ~= '' and not url:find('?', 1, true) then url = url .. '?' .. query end
    r.headers_out['Location'] = url
    return tonumber(status)
end

-- Whether a redirect is for visitors of that name.
local function is_for(www, host, domain)
    return www == 'either' or (www == 'only') == (host:lower():gsub('%.$', '') == 'www.' .. domain)
end

-- Where the site's redirects lead, if one is meant; the deepest comes first.
local function redirect(r, site)
    local path, query = asked(r)
    for _, words in ipairs(site.redirects) do
        local status, www, below, from, to = words:match('^(%d+)\t(%l+)\t(%l+)\t([^\t]*)\t(.*)$')
        if status and is_for(www, r.hostname, site.domain) then
            if path == from or path == from .. '/' then
                return send(r, status, to, query)
            elseif below == 'below' and path:sub(1, #from + 1) == from .. '/' then
                return send(r, status, to:gsub('/+$', '') .. '/' .. path:sub(#from + 2), query)
            end
        end
    end
end

-- What certificate authorities look for is never elsewhere.
local function is_for_authorities(r)
    return r.uri:find('^/%.well%-known/') ~= nil
end

local function is_sent_to_https(r, site)
    if r.is_https or is_for_authorities(r) then return false end
    local file = io.open('@CONFIG@/https/' .. site.domain)
    return file ~= nil and file:close()
end

local function to_https(r)
    local path, query = asked(r)
    return send(r, 301, 'https://' .. r.hostname .. '@HTTPS_PORT@' .. path, query)
end

local function unknown(r)
    if is_for_authorities(r) then
        r.filename = '@STATE@/well-known/' .. r.uri:sub(#'/.well-known/' + 1)
        return apache2.OK
    end
    r:custom_response(404, [[@UNKNOWN@]])
    return 404
end

function translate(r)
    local site = find(r.hostname)
    if not site then return unknown(r) end
    if r.is_initial_req then
        if is_sent_to_https(r, site) then return to_https(r) end
        local status = not site.suspended and not is_for_authorities(r) and redirect(r, site)
        if status then return status end
    end
    if site.suspended then
        r:custom_response(403, [[@SUSPENDED@]])
        return 403
    end
    r:set_document_root('@HOMES@/' .. site.account .. '/' .. site.root)
    r.notes['account'] = site.account
    return apache2.DECLINED
end
