-- Lets a request be answered by no other pool of processes than that of its site's account. What an
-- account says in its own files could name the socket of any pool, as a handler, as a rewritten
-- file, or as a type where the server takes types for handlers.

require 'apache2'

local function leads_elsewhere(word, own)
    return word ~= nil and word:lower():find('^%s*proxy') ~= nil and word ~= own
end

function check(r)
    -- Where only a file is looked up there is no site, and by that name no pool.
    local account = r.document_root:match('^@HOMES_PATTERN@/([a-z0-9_-]+)/') or ''
    local own = 'proxy:unix:@SOCKETS@/' .. account .. '.sock|fcgi://' .. account
    local forced = { r.notes['rewrite-forced-handler'], r.notes['rewrite-forced-mimetype'] }
    for _, word in pairs({ r.handler, r.content_type, forced[1], forced[2], r.filename }) do
        if leads_elsewhere(word, own) then
            return 403
        end
    end
    return apache2.DECLINED
end
