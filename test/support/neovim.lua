-- Opens a document with the language server, as a user's configuration would, and writes down what Neovim then knows.
-- Arguments by environment: DMAP_SERVER (a JSON list), DMAP_ROOT, DMAP_OUT.
local patience = 20000
local result = { errors = {} }

local function finish()
  local file = assert(io.open(vim.env.DMAP_OUT, 'w'))
  file:write(vim.fn.json_encode(result))
  file:close()
  vim.cmd('qall!')
end

local function codes(buffer)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, { code = one.code or one.user_data.lsp.code, line = one.lnum, column = one.col, message = one.message })
  end
  return found
end

local function has(buffer, code)
  for _, one in ipairs(codes(buffer)) do
    if one.code == code then return true end
  end
  return false
end

local ok, problem = pcall(function()
  local buffer = vim.api.nvim_get_current_buf()
  local settings = {
    name = 'destination-map',
    cmd = vim.fn.json_decode(vim.env.DMAP_SERVER),
    root_dir = vim.env.DMAP_ROOT,
    init_options = { today = '2026-09-01' },
  }
  if vim.lsp.start then
    vim.lsp.start(settings)
  else
    vim.lsp.buf_attach_client(buffer, vim.lsp.start_client(settings))
  end
  vim.wait(patience, function() return has(buffer, 'link-target') end, 20)
  result.opened = codes(buffer)

  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = tonumber(vim.env.DMAP_LINE), character = tonumber(vim.env.DMAP_COLUMN) },
  }, patience)
  for _, answer in pairs(answers or {}) do
    if answer.result then result.hover = answer.result.contents.value end
  end

  local last = vim.api.nvim_buf_line_count(buffer)
  for number = 0, last - 1 do
    local line = vim.api.nvim_buf_get_lines(buffer, number, number + 1, true)[1]
    local start = line:find('gone.md', 1, true)
    if start then vim.api.nvim_buf_set_text(buffer, number, start - 1, number, start + 6, { 'https://example.org' }) end
  end
  vim.wait(patience, function() return not has(buffer, 'link-target') end, 20)
  result.mended = codes(buffer)
  vim.cmd('undo')
  vim.wait(patience, function() return has(buffer, 'link-target') end, 20)
  result.undone = codes(buffer)
end)
if not ok then table.insert(result.errors, tostring(problem)) end
finish()
